import { Search } from "lucide-react";
import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { TextField } from "~/ui/components/text-field";

type Props = {
  readonly applicationId: string;
  readonly query?: string | undefined;
  readonly label?: string;
};

/** Finds a question of the file by a word: an ordinary form, whose answer is a page of its own. */
export function QuestionSearch({ applicationId, query, label = "Chercher une question" }: Props) {
  return (
    <search>
      <form method="get" action={paths.searchQuestions(applicationId)} className="jl-search">
        <TextField
          key={query}
          name="q"
          id="chercher"
          type="search"
          label={label}
          defaultValue={query}
          maxLength={300}
          autoComplete="off"
        />
        <Button variant="secondary" icon={Search} iconOnly>
          Chercher
        </Button>
      </form>
    </search>
  );
}
