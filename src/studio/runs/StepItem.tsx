import { UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Step } from '../../contract/runs.ts';
import { runsText as text } from '../text/english/runs.ts';
import { unprocessedText } from '../text/english/unprocessed.ts';
import { ComponentIcon } from '../ui/ComponentIcon.tsx';
import { RunStatus } from '../ui/RunStatus.tsx';
import { motion } from '../ui/motion.ts';
import { absoluteTime, duration } from '../ui/time.ts';
import { componentName } from './component-name.ts';
import { StepBody } from './StepBody.tsx';
import classes from './Steps.module.css';

/**
 * One step: a line that opens to what went in and what came out. A failed or cancelled one is open from the start; one
 * that is sought opens and comes into view.
 */
export function StepItem(props: { step: Step; labels: ReadonlyMap<string, string>; sought: boolean }) {
  const { step, labels, sought } = props;
  const [open, setOpen] = useState(sought || step.status === 'failed' || step.status === 'cancelled');
  const [wasSought, setWasSought] = useState(sought);
  if (sought !== wasSought) {
    setWasSought(sought);
    if (sought) setOpen(true);
  }
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!sought) return;
    item.current?.scrollIntoView({ block: 'nearest', behavior: motion(1) ? 'smooth' : 'auto' });
  }, [sought]);
  const bodyId = useId();
  const type = componentName(step.componentType);
  const label = step.label || type;
  return (
    <li ref={item} className={classes.step} aria-current={sought || undefined}>
      <div className={classes.card}>
        <UnstyledButton
          className={classes.head}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <ComponentIcon type={step.componentType} size={32} />
          <span>
            <span className={classes.label}>{label}</span>
            {label !== type && <div className={classes.type}>{type}</div>}
          </span>
          <span className={classes.facts}>
            {step.attempts > 1 && <span>{text('steps.attempts', { count: step.attempts })}</span>}
            {step.waitsUntil ? (
              <span>{text('steps.waitsUntil', { time: absoluteTime(step.waitsUntil) })}</span>
            ) : (
              step.finishedAt && <span>{duration(step.startedAt, step.finishedAt)}</span>
            )}
            {step.resolution && <span>{unprocessedText(`run.${step.resolution}`)}</span>}
            <RunStatus status={statusOf(step)} />
          </span>
          <ChevronRight className={classes.chevron} size={16} aria-hidden />
        </UnstyledButton>
        <div id={bodyId}>{open && <StepBody step={step} labels={labels} />}</div>
      </div>
    </li>
  );
}

/** A step that waits has done its part, and is not over. */
function statusOf({ status, waitsUntil }: Step) {
  return waitsUntil ? 'running' : status;
}
