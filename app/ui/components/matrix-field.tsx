import { forwardRef, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldsetShell, fieldIds } from "./field";

export interface MatrixFieldProps
  extends FieldProps,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | "type" | "value" | "defaultValue" | "style"
    > {
  rows: { value: string; label: string }[];
  /** `apart` sets « Sans objet » behind a rule. */
  columns: { value: string; label: string; apart?: boolean }[];
  /** Column value by row value. */
  defaultValue?: Readonly<Record<string, string | undefined>>;
  /** The name of a row's radios; `name.row` by default. */
  rowName?: (row: string) => string;
}

/**
 * A native table, one radio a cell, the whole cell being the target. On phones each row becomes a
 * block whose anchors, in full words, sit side by side and wrap: a third of the height of a list.
 */
export const MatrixField = forwardRef<HTMLInputElement, MatrixFieldProps>(function MatrixField(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    rows,
    columns,
    defaultValue,
    rowName,
    className,
    ...passed
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  const nameOf = rowName ?? ((row: string) => `${name}.${row}`);
  return (
    <FieldsetShell {...field}>
      <table className={classNames("jl-matrix", className)}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th
                key={column.value}
                scope="col"
                className={column.apart ? "jl-matrix__apart" : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.value}>
              <th scope="row" id={`${ids.id}-${row.value}`}>
                {row.label}
              </th>
              {columns.map((column, columnIndex) => {
                const cellId =
                  rowIndex === 0 && columnIndex === 0
                    ? ids.id
                    : `${ids.id}-${row.value}-${column.value}`;
                return (
                  <td key={column.value} className={column.apart ? "jl-matrix__apart" : undefined}>
                    <div className="fr-radio-group">
                      <input
                        {...passed}
                        ref={ref}
                        type="radio"
                        id={cellId}
                        name={nameOf(row.value)}
                        value={column.value}
                        defaultChecked={
                          defaultValue === undefined
                            ? undefined
                            : defaultValue[row.value] === column.value
                        }
                        aria-labelledby={`${ids.id}-${row.value} ${cellId}-mot`}
                      />
                      <label className="fr-label" htmlFor={cellId}>
                        <span id={`${cellId}-mot`}>{column.label}</span>
                      </label>
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldsetShell>
  );
});
