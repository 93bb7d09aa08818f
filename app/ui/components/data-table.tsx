import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Anchor } from "./anchor";
import { classNames } from "./class-names";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  /** `direction` is set on the sorted column; `to` sorts by it, or the other way round. */
  sort?: { to: string; direction?: "asc" | "desc" };
  /** On phones: the card's title, its status, a fact (its head before it), or nothing. */
  phone?: "title" | "status" | "fact" | "hidden";
  /** Folds between 48 and 75 em. */
  wideOnly?: boolean;
  /** No visible head: actions, selection. */
  headerHidden?: boolean;
}

export interface DataTableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selected?: (row: Row) => boolean;
  /** The first column stays when the table scrolls sideways. */
  fixedFirst?: boolean;
  size?: "md" | "sm";
  /** `scroll` keeps the table shape on phones (short tables of figures). */
  phone?: "cards" | "scroll";
  /** Totals, one cell a column. */
  footer?: ReactNode[];
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;
// The region scrolls, so the keyboard must reach it.
const focusable = { tabIndex: 0 };

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const Icon =
    sort?.direction === "asc" ? ArrowUp : sort?.direction === "desc" ? ArrowDown : ChevronsUpDown;
  const content = column.headerHidden ? (
    <span className="fr-sr-only">{column.header}</span>
  ) : (
    column.header
  );
  return (
    <th
      scope="col"
      className={cellClass(column, sort && "fr-cell--sort")}
      aria-sort={sort?.direction ? ariaSort[sort.direction] : undefined}
    >
      {sort ? (
        <Anchor to={sort.to} className="jl-sort" preventScrollReset>
          <span className="fr-cell__title">{content}</span>
          <Icon aria-hidden size={16} />
          <span className="fr-sr-only">
            {sort.direction === "asc"
              ? ", trier par ordre décroissant"
              : ", trier par ordre croissant"}
          </span>
        </Anchor>
      ) : (
        content
      )}
    </th>
  );
}

function cellClass<Row>(column: Column<Row>, extra?: string | false) {
  return (
    classNames(
      column.align === "right" && "fr-cell--right",
      "fr-cell--multiline",
      column.wideOnly && "jl-cell--wide",
      column.phone && `jl-cell--${column.phone}`,
      extra,
    ) || undefined
  );
}

/** A native table: sort by links, cards or sideways scroll on phones, first column as row head. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden,
    columns,
    rows,
    rowKey,
    selected,
    fixedFirst,
    size,
    phone = "cards",
    footer,
  } = props;
  const captionId = useId();
  const headColumn = columns.find((column) => column.phone === "title") ?? columns[0];
  return (
    <div
      className={classNames(
        "fr-table",
        size === "sm" && "fr-table--sm",
        captionHidden && "fr-table--no-caption",
        phone === "cards" && "jl-table--cards",
        fixedFirst && "jl-table--fixed",
      )}
    >
      <div className="fr-table__wrapper">
        <section className="fr-table__container" aria-labelledby={captionId} {...focusable}>
          <div className="fr-table__content">
            <table>
              <caption id={captionId}>{caption}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <HeadCell key={column.key} column={column} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr
                    key={rowKey(row)}
                    className={selected?.(row) ? "jl-row--selected" : undefined}
                  >
                    {columns.map((column) =>
                      column === headColumn ? (
                        <th
                          key={column.key}
                          scope="row"
                          className={cellClass(column, "jl-cell--head")}
                        >
                          <div className="jl-cell">{column.cell(row)}</div>
                        </th>
                      ) : (
                        <td
                          key={column.key}
                          className={cellClass(column)}
                          data-label={
                            typeof column.header === "string" && !column.headerHidden
                              ? column.header
                              : undefined
                          }
                        >
                          <div className="jl-cell">{column.cell(row)}</div>
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
              {footer && (
                <tfoot>
                  <tr>
                    {columns.map((column, index) => (
                      <td
                        key={column.key}
                        className={cellClass(column)}
                        data-label={
                          typeof column.header === "string" && !column.headerHidden
                            ? column.header
                            : undefined
                        }
                      >
                        {footer[index]}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              )}
            </table>
          </div>
        </section>
      </div>
    </div>
  );
}

/** A cell of two lines: a name or a link, then what tells it apart. */
export function CellTitle({ title, detail }: { title: ReactNode; detail?: ReactNode }) {
  return (
    <>
      <span className="jl-cell__title">{title}</span>
      {detail && <span className="fr-cell__desc">{detail}</span>}
    </>
  );
}
