import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react';
import { problemsText as text } from '../../text/english/problems.ts';
import type { Command, CommandContext } from '../commands/command.ts';
import { stepProblem } from './problem-steps.ts';

/** What the Designer can do about problems. */
export const problemCommands = {
  nextProblem: {
    id: 'next-problem',
    title: () => text('next'),
    icon: ArrowDown,
    shortcuts: [{ key: 'F8' }],
    whileTyping: true,
    when: ({ problems }) => problems.length > 0,
    run: (context) => goOn(context, 1),
  },
  previousProblem: {
    id: 'previous-problem',
    title: () => text('previous'),
    icon: ArrowUp,
    shortcuts: [{ key: 'F8', shift: true }],
    whileTyping: true,
    when: ({ problems }) => problems.length > 0,
    run: (context) => goOn(context, -1),
  },
  toggleProblems: {
    id: 'toggle-problems',
    title: () => text('toggle'),
    icon: TriangleAlert,
    shortcuts: [],
    when: () => true,
    run({ panels }) {
      const { problemsOpen, showProblems, hideProblems } = panels.getState();
      if (problemsOpen) hideProblems();
      else showProblems();
    },
  },
} satisfies Record<string, Command>;

function goOn({ document, panels, goToProblem }: CommandContext, step: 1 | -1): void {
  const { checkNow, selection } = document.store.getState();
  const { visited } = panels.getState();
  const visit = stepProblem(checkNow(), { visited, selected: selection.at(-1), step });
  if (visit) goToProblem(visit);
}
