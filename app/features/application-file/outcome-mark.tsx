import type { DecisionScale } from "~/domain/jury/vocabulary";
import { LevelMark, type LevelMarkProps, type LevelValue } from "~/ui/components/level-mark";
import { outcomeLabel } from "./outcome-label";

type Props = {
  readonly scale: DecisionScale;
  readonly level: number;
  /** Instead of the outcome's own word. */
  readonly label?: string;
} & Pick<LevelMarkProps, "size" | "labelHidden">;

/** A decision: the staircase with its level, or in words where there are no levels. */
export function OutcomeMark({ scale, level, label, size, labelHidden }: Props) {
  const words = label ?? outcomeLabel(scale, level);
  if (scale === "retention") return <strong>{words}</strong>;
  return (
    <LevelMark level={level as LevelValue} size={size} label={words} labelHidden={labelHidden} />
  );
}
