import { create } from "qrcode";

/** A dark bar of a QR code, in modules: one row high, `width` modules wide. */
export type Bar = { readonly x: number; readonly y: number; readonly width: number };

/** The light margin that readers need around the code, in modules (ISO/IEC 18004). */
export const quietZone = 4;

/** The QR code of a text as bars to draw, and its side in modules without the margin. */
export function qrBars(text: string): { readonly side: number; readonly bars: readonly Bar[] } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const bars: Bar[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    let width = 0;
    for (let x = 0; x <= modules.size; x += 1) {
      if (x < modules.size && modules.get(y, x)) {
        width += 1;
      } else if (width > 0) {
        bars.push({ x: x - width, y, width });
        width = 0;
      }
    }
  }
  return { side: modules.size, bars };
}
