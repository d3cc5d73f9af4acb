import { UnstyledButton } from '@mantine/core';
import { Workflow } from 'lucide-react';
import { useId } from 'react';
import type { Problem } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { problemsText as text } from '../../text/english/problems.ts';
import { say } from '../../text/say.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { problemText } from '../canvas/projection.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels } from '../panels/panels-context.ts';
import { fieldOfProblem } from './field-of-problem.ts';
import { type ProblemGroup, sameProblem } from './problem-steps.ts';
import classes from './Problems.module.css';
import { useGoToProblem } from './use-go-to-problem.ts';

/** The problems of one component. `problems` are all of the flow. */
export function ProblemGroupView(props: { group: ProblemGroup; problems: readonly Problem[] }) {
  const { group, problems } = props;
  const headingId = useId();
  const descriptor = useDocument((state) => state.descriptor);
  const visited = usePanels((state) => state.visited);
  const goTo = useGoToProblem();
  const node = descriptor[group.componentId];
  return (
    <div className={classes.group} role="group" aria-labelledby={headingId}>
      <h3 className={classes.component} id={headingId}>
        {node ? <ComponentIcon type={node.type} size={20} /> : <Workflow size={18} aria-hidden />}
        {node ? componentLabel(descriptor, catalogue, group.componentId) : text('thisFlow')}
        <span className={classes.count}>{problemText(group.problems.length)}</span>
      </h3>
      <ul className={classes.list}>
        {group.problems.map((problem, index) => {
          const field = fieldOfProblem(descriptor, catalogue, problem);
          const current = visited && sameProblem(visited.problem, problem);
          return (
            // The same problem may stand twice; the list is made anew with every edit.
            <li key={index}>
              <UnstyledButton
                className={classes.problem}
                data-problem
                aria-current={current || undefined}
                onClick={() => goTo({ problem, index: problems.indexOf(problem) })}
              >
                {field !== undefined && <span className={classes.field}>{field}</span>}
                <span>{say(problem.message)}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
