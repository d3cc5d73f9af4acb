import { Button, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { catalogue } from '../../../connectors/catalogue.ts';
import { componentLabel } from '../../../flow/label.ts';
import type { Problem } from '../../../flow/problems.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { problemText } from '../canvas/projection.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import classes from './TopBar.module.css';

/** How many problems the flow has; opens their list, from where one goes to each. */
export function ProblemsButton() {
  const problems = useDocument((state) => state.problems);
  const opened = usePanels((state) => state.listingProblems);
  const { setListingProblems } = usePanelsStore().getState();
  const Icon = problems.length > 0 ? TriangleAlert : CircleCheck;
  return (
    <Popover
      opened={opened}
      onChange={setListingProblems}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color={problems.length > 0 ? 'red' : 'gray'}
          size="compact-sm"
          h={32}
          leftSection={<Icon size={16} aria-hidden />}
          className={classes.log}
          aria-label={problemText(problems.length) || 'No problems'}
          onClick={() => setListingProblems(!opened)}
        >
          {problems.length > 0 ? (
            <>
              {problems.length}
              <span className={classes.wide}>&nbsp;{problems.length === 1 ? 'problem' : 'problems'}</span>
            </>
          ) : (
            <span className={classes.wide}>No problems</span>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Problems">
        <ProblemList problems={problems} onDone={() => setListingProblems(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ProblemList({ problems, onDone }: { problems: Problem[]; onDone: () => void }) {
  const store = useDocumentStore();
  const reveal = useReveal();
  if (problems.length === 0) {
    return (
      <Text p="md" size="sm">
        Nothing keeps this flow from running.
      </Text>
    );
  }
  const go = ({ componentId }: Problem) => {
    onDone();
    if (componentId === '') return;
    store.getState().select([componentId]);
    reveal(componentId);
  };
  return (
    <>
      <Text className={classes.problemsHead} size="xs">
        These keep the flow from being started or published
      </Text>
      <ScrollArea.Autosize mah="min(60vh, 480px)" type="auto">
        <ul className={classes.problems}>
          {problems.map((problem, index) => (
            // The same problem may stand twice; the list is made anew with every edit.
            <li key={index}>
              <UnstyledButton className={classes.problem} onClick={() => go(problem)}>
                <strong>{titleOf(problem, store.getState().descriptor)}</strong>
                <span>{problem.message}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </>
  );
}

function titleOf({ componentId }: Problem, descriptor: Parameters<typeof componentLabel>[0]): string {
  return componentId === '' ? 'This flow' : componentLabel(descriptor, catalogue, componentId);
}
