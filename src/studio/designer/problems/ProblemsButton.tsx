import { Button, VisuallyHidden } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { say } from '../../text/say.ts';
import { problemText } from '../canvas/projection.ts';
import { commands } from '../commands/commands.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels } from '../panels/panels-context.ts';
import classes from '../topbar/TopBar.module.css';

/** How many problems the flow has, told to a screen reader as it changes; opens and closes their list. */
export function ProblemsButton() {
  const count = useDocument((state) => state.problems.length);
  const opened = usePanels((state) => state.problemsOpen);
  const context = useCommandContext();
  const Icon = count > 0 ? TriangleAlert : CircleCheck;
  const text = problemText(count) || 'No problems';
  return (
    <>
      <Button
        variant={opened ? 'light' : 'subtle'}
        color={count > 0 ? 'red' : 'gray'}
        size="compact-sm"
        h={32}
        leftSection={<Icon size={16} aria-hidden />}
        className={classes.log}
        aria-label={text}
        aria-expanded={opened}
        onClick={() => commands.toggleProblems.run(context)}
      >
        {count > 0 && count}
        <span className={classes.wide}>
          {count > 0 ? <>&nbsp;{count === 1 ? 'problem' : 'problems'}</> : text}
        </span>
      </Button>
      <VisuallyHidden role="status">{text}</VisuallyHidden>
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
  const component = componentId === '' ? 'This flow' : componentLabel(descriptor, catalogue, componentId);
  return `Problem ${visited.index + 1} of ${count}: ${component}, ${say(message)}`;
}
