import { type ReactNode, useId } from "react";
import { Anchor } from "./anchor";
import { classNames } from "./class-names";
import { ProgressBar } from "./progress-bar";

export interface Task {
  /** Absent when the task cannot be opened yet; `detail` then says why. */
  to?: string;
  number?: number | string;
  title: string;
  /** Who works on it, what blocks it. */
  detail?: ReactNode;
  progress?: { ratio: number; text: string };
  badge?: ReactNode;
  current?: boolean;
}

export interface TaskListProps {
  title: ReactNode;
  titleLevel?: 2 | 3;
  aside?: ReactNode;
  tasks: Task[];
}

/** What is to be done, one line each, the whole line being the link. */
export function TaskList({ title, titleLevel = 3, aside, tasks }: TaskListProps) {
  const titleId = useId();
  const Heading = titleLevel === 2 ? "h2" : "h3";
  return (
    <div className="jl-tasks">
      <div className="jl-tasks__head">
        <Heading id={titleId}>{title}</Heading>
        {aside && <span>{aside}</span>}
      </div>
      <ul aria-labelledby={titleId}>
        {tasks.map((task) => (
          <li
            key={task.title}
            className={classNames(
              "jl-task",
              task.current && "jl-task--current",
              !task.to && "jl-task--locked",
            )}
          >
            <span className="jl-task__number" aria-hidden>
              {task.number}
            </span>
            <div className="jl-task__text">
              {task.to ? (
                <Anchor
                  className="jl-task__link"
                  to={task.to}
                  aria-current={task.current ? "step" : undefined}
                >
                  {task.title}
                </Anchor>
              ) : (
                <span className="jl-task__link">{task.title}</span>
              )}
              {task.detail && <p className="jl-task__detail">{task.detail}</p>}
            </div>
            {task.progress && (
              <div className="jl-task__progress">
                <ProgressBar
                  ratio={task.progress.ratio}
                  text={task.progress.text}
                  label={task.title}
                  isShown
                />
              </div>
            )}
            {task.badge && <div className="jl-task__badge">{task.badge}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
