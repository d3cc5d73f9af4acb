import { Alert, Text } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Step } from '../../contract/runs.ts';
import { cutOffMessage } from '../../flow/cut-off.ts';
import { runsText as text } from '../text/english/runs.ts';
import { say } from '../text/say.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { JsonView } from '../ui/json/JsonView.tsx';
import { nameComponents } from './name-components.ts';
import classes from './Steps.module.css';

/** What went into a step, what came out at each port, and what was wrong. */
export function StepBody({ step, labels }: { step: Step; labels: ReadonlyMap<string, string> }) {
  const hasInput = step.input !== null && step.input !== undefined;
  const cutOff = cutOffMessage(step.error?.['code']);
  return (
    <div className={classes.body}>
      {step.error && !cutOff && (
        <Alert color="red" variant="light" className={classes.wide} icon={<CircleAlert />}>
          {step.error.message}
        </Alert>
      )}
      {cutOff && (
        <Alert color="yellow" variant="light" className={classes.wide} icon={<TriangleAlert />}>
          {say(cutOff)}
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
      {hasInput && (
        <Part title={text('steps.input')} copyLabel={text('steps.copyInput')} value={step.input} />
      )}
      {step.outputs.map((output, index) => (
        <Part
          // A component may send several messages from one port.
          key={`${output.port}-${index}`}
          {...outputTexts(output.port, step.outputs.length)}
          value={output.content}
        />
      ))}
      {step.outputs.length === 0 && step.status === 'completed' && (
        <Text c="dimmed" size="sm" mt={6}>
          {text('steps.nothingSent')}
        </Text>
      )}
    </div>
  );
}

/** A port is named where there is something to tell apart. */
function outputTexts(port: string, count: number): { title: string; copyLabel: string } {
  return count > 1 || port !== 'out'
    ? { title: text('steps.outputAt', { port }), copyLabel: text('steps.copyOutputAt', { port }) }
    : { title: text('steps.output'), copyLabel: text('steps.copyOutput') };
}

function Part({ title, copyLabel, value }: { title: string; copyLabel: string; value: unknown }) {
  return (
    <div role="group" className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        {title}
        <CopyButton value={() => JSON.stringify(value, null, 2)} label={copyLabel} />
      </div>
      <JsonView value={value} />
    </div>
  );
}
