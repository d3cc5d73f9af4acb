import { Alert, Text } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Step } from '../../contract/runs.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { JsonView } from '../ui/json/JsonView.tsx';
import { nameComponents } from './name-components.ts';
import classes from './Steps.module.css';

/** What went into a step, what came out at each port, and what was wrong. */
export function StepBody({ step, labels }: { step: Step; labels: ReadonlyMap<string, string> }) {
  const hasInput = step.input !== null && step.input !== undefined;
  return (
    <div className={classes.body}>
      {step.error && (
        <Alert color="red" variant="light" className={classes.wide} icon={<CircleAlert />}>
          {step.error.message}
        </Alert>
      )}
      {step.warnings.length > 0 && (
        <Alert color="yellow" variant="light" className={classes.wide} icon={<TriangleAlert />}>
          {step.warnings.map((warning) => (
            <Text key={warning} size="sm">
              {nameComponents(warning, labels)}
            </Text>
          ))}
        </Alert>
      )}
      {hasInput && <Part title="Input" value={step.input} />}
      {step.outputs.map((output, index) => (
        <Part
          // A component may send several messages from one port.
          key={`${output.port}-${index}`}
          title={step.outputs.length > 1 || output.port !== 'out' ? `Output “${output.port}”` : 'Output'}
          value={output.content}
        />
      ))}
      {step.outputs.length === 0 && step.status === 'completed' && (
        <Text c="dimmed" size="sm" mt={6}>
          Nothing was sent on.
        </Text>
      )}
    </div>
  );
}

function Part({ title, value }: { title: string; value: unknown }) {
  return (
    <div role="group" className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        {title}
        <CopyButton value={() => JSON.stringify(value, null, 2)} label={`Copy the ${title.toLowerCase()}`} />
      </div>
      <JsonView value={value} />
    </div>
  );
}
