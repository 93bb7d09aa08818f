import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose few files take the longest: they start servers, or send thousands of forms. */
const slowFolders = ["/tests/server/", "/tests/fuzz/", "/tests/cli/"];

/** The slow files first, whatever their size, so that none is left running alone at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = slowFolders.findIndex((folder) => moduleId.includes(folder));
      return index === -1 ? slowFolders.length : index;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
