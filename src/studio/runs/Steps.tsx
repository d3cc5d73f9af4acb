import type { Step } from '../../contract/runs.ts';
import { Text } from '@mantine/core';
import { runsText as text } from '../text/english/runs.ts';
import { StepItem } from './StepItem.tsx';
import classes from './Steps.module.css';

/** A run's steps from first to last. */
export function Steps({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return <Text c="dimmed">{text('steps.none')}</Text>;
  const labels = new Map(steps.map((step) => [step.componentId, step.label]));
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <StepItem key={step.stepNo} step={step} labels={labels} />
      ))}
    </ol>
  );
}
