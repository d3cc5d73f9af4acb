import { Text } from '@mantine/core';
import { Steps } from '../../runs/Steps.tsx';
import { testRunText as text } from '../../text/english/test-run.ts';
import { useDocument } from '../document/document-context.ts';
import { useTest } from './test-context.ts';
import { TestFailure } from './TestFailure.tsx';
import classes from './TestPanel.module.css';

/**
 * The steps so far, each with its input and output, and what kept the test from going on. The component in hand leads to its
 * step.
 */
export function TestResult() {
  const selected = useDocument(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const steps = useTest((state) => state.steps);
  const running = useTest((state) => state.running);
  const failure = useTest((state) => state.failure);
  const idle = useTest((state) => !state.running && !state.failure && state.outcome === undefined);
  return (
    <section className={classes['result']} aria-label={text('steps')}>
      {failure && <TestFailure {...failure} />}
      {idle && (
        <Text c="dimmed" size="sm">
          {text('about')}
        </Text>
      )}
      {steps.length > 0 ? (
        <Steps steps={[...steps]} selected={selected} />
      ) : (
        running && <Text c="dimmed">{text('starting')}</Text>
      )}
    </section>
  );
}
