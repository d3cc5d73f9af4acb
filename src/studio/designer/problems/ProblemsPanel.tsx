import { CloseButton, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { problemsText as text } from '../../text/english/problems.ts';
import { problemText } from '../canvas/projection.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import { groupProblems } from './problem-steps.ts';
import { ProblemGroupView } from './ProblemGroupView.tsx';
import classes from './Problems.module.css';

const refusals = { start: 'notStarted', publish: 'notPublished' } as const;

/** Below the flow: everything that keeps it from running, each entry leading to the field it is about. */
export function ProblemsPanel() {
  // Asked for anew, it takes the focus anew.
  const asked = usePanels((state) => state.problemsAsked);
  return <Panel key={asked} />;
}

function Panel() {
  const problems = useDocument((state) => state.problems);
  const refused = usePanels((state) => state.refused);
  const panels = usePanelsStore();
  const panel = useRef<HTMLElement>(null);
  const groups = useMemo(() => groupProblems(problems), [problems]);

  useEffect(() => {
    const first = entriesOf(panel.current)[0] ?? panel.current;
    first?.focus();
  }, []);

  const close = () => {
    panels.getState().hideProblems();
    focusFlow();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    else if (!walk(event.currentTarget, event.key)) return;
    event.preventDefault();
  };

  return (
    <section
      ref={panel}
      className={classes.panel}
      aria-label={text('title')}
      tabIndex={-1}
      data-panel
      onKeyDown={onKeyDown}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{problemText(problems.length) || text('none')}</h2>
        <Text size="xs" c="dimmed" role={refused ? 'alert' : undefined} className={classes.reason}>
          {problems.length > 0 && text(refused ? refusals[refused] : 'about')}
        </Text>
        <CommandButton name="previousProblem" size={28} />
        <CommandButton name="nextProblem" size={28} />
        <CloseButton size={28} aria-label={text('close')} onClick={close} />
      </header>
      {groups.length === 0 ? (
        <p className={classes.none}>
          <CircleCheck size={18} aria-hidden />
          {text('nothing')}
        </p>
      ) : (
        <div className={classes.groups}>
          {groups.map((group) => (
            <ProblemGroupView key={group.componentId} group={group} problems={problems} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Arrow keys, Home and End go from one problem to another; tells whether the key was one of them. */
function walk(panel: HTMLElement, key: string): boolean {
  const entries = entriesOf(panel);
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[key];
  if (to === undefined) return false;
  entries[to]?.focus();
  return true;
}

function entriesOf(panel: HTMLElement | null): HTMLElement[] {
  return [...(panel?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])];
}
