import type { Step } from '../../contract/runs.ts';
import { Text } from '@mantine/core';
import { runsText as text } from '../text/english/runs.ts';
import { StepItem } from './StepItem.tsx';
import classes from './Steps.module.css';

/** A run's steps from first to last. A component that is selected on the canvas leads to its first, or failed, step. */
export function Steps({ steps, selected }: { steps: Step[]; selected?: string | undefined }) {
  if (steps.length === 0) return <Text c="dimmed">{text('steps.none')}</Text>;
  const labels = new Map(steps.map((step) => [step.componentId, step.label]));
  const own = steps.filter((step) => step.componentId === selected);
  const sought = own.find((step) => step.status === 'failed') ?? own[0];
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <StepItem key={step.stepNo} step={step} labels={labels} sought={step === sought} />
      ))}
    </ol>
  );
}
