import { Button, VisuallyHidden } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { problemsText as text } from '../../text/english/problems.ts';
import { say } from '../../text/say.ts';
import { problemText } from '../canvas/projection.ts';
import { commands } from '../commands/commands.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels } from '../panels/panels-context.ts';
import top from '../topbar/TopBar.module.css';
import classes from './Problems.module.css';

/** How many problems the flow has, told to a screen reader as it changes; opens and closes their list. */
export function ProblemsButton() {
  const count = useDocument((state) => state.problems.length);
  const opened = usePanels((state) => state.problemsOpen);
  const context = useCommandContext();
  const Icon = count > 0 ? TriangleAlert : CircleCheck;
  const words = problemText(count) || text('none');
  return (
    <>
      <Button
        variant={opened ? 'light' : 'subtle'}
        color={count > 0 ? 'red' : 'gray'}
        size="compact-sm"
        h={32}
        leftSection={<Icon size={16} aria-hidden />}
        className={top.log}
        aria-label={words}
        aria-expanded={opened}
        onClick={() => commands.toggleProblems.run(context)}
      >
        <span className={top.wide}>{words}</span>
        {count > 0 && <span className={classes.countAlone}>{count}</span>}
      </Button>
      <VisuallyHidden role="status">{words}</VisuallyHidden>
      <VisuallyHidden role="status">
        <WhereOneWent />
      </VisuallyHidden>
    </>
  );
}

/** "Problem 2 of 5: HTTP Post, URL is required." */
function WhereOneWent() {
  const visited = usePanels((state) => state.visited);
  const descriptor = useDocument((state) => state.descriptor);
  const count = useDocument((state) => state.problems.length);
  if (!visited || visited.index >= count) return null;
  const { componentId, message } = visited.problem;
  return text('visited', {
    number: visited.index + 1,
    total: count,
    component: componentId === '' ? text('thisFlow') : componentLabel(descriptor, catalogue, componentId),
    problem: say(message),
  });
}
