import type { HomeView } from "../home-view.server";
import { Hero } from "./hero";
import { KeyFigures } from "./key-figures";
import { LevelsBand } from "./levels-band";
import { ShareBand } from "./share-band";
import { StepsBand } from "./steps-band";

type Props = { readonly view: HomeView; readonly isSignedIn: boolean };

/** The home page: full-width bands, from the campaign of the moment to the way it goes. */
export function HomePage({ view, isSignedIn }: Props) {
  return (
    <>
      <Hero view={view} isSignedIn={isSignedIn} />
      <KeyFigures figures={view.figures} />
      {view.label && <LevelsBand label={view.label} />}
      {view.share && <ShareBand share={view.share} />}
      {view.campaign && <StepsBand campaign={view.campaign} />}
    </>
  );
}
