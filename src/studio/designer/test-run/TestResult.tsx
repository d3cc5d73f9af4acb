import { Alert, List, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { Steps } from '../../runs/Steps.tsx';
import { componentLabel } from '../../text/component-label.ts';
import { testRunText as text } from '../../text/english/test-run.ts';
import { sayTold } from '../../text/say.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useTest } from './test-context.ts';
import classes from './TestPanel.module.css';

/** The steps so far, each with its input and output, and what kept the test from going on. */
export function TestResult() {
  const steps = useTest((state) => state.steps);
  const running = useTest((state) => state.running);
  const failure = useTest((state) => state.failure);
  const idle = useTest((state) => !state.running && !state.failure && state.outcome === undefined);
  return (
    <section className={classes['result']} aria-label={text('steps')}>
      {failure && <Failure {...failure} />}
      {idle && (
        <Text c="dimmed" size="sm">
          {text('about')}
        </Text>
      )}
      {steps.length > 0 ? (
        <Steps steps={[...steps]} />
      ) : (
        running && <Text c="dimmed">{text('starting')}</Text>
      )}
    </section>
  );
}

function Failure({
  message,
  problems,
}: {
  message: string;
  problems: { componentId: string; message: string; said?: unknown }[];
}) {
  const { descriptor } = useDocumentStore().getState();
  return (
    <Alert
      color="red"
      variant="light"
      mb="sm"
      icon={<CircleAlert aria-hidden />}
      title={problems.length > 0 ? text('cannotTest') : text('failed')}
    >
      {problems.length === 0 ? (
        message
      ) : (
        <List size="sm" spacing={4}>
          {problems.map((problem, index) => (
            <List.Item key={index}>
              <strong>{componentLabel(descriptor, catalogue, problem.componentId)}: </strong>
              {sayTold(problem)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
