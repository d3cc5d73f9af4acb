import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FlowSummary } from '../api/flows.ts';
import { uiText as text } from '../text/english/ui.ts';
import { ComponentStrip } from '../ui/ComponentStrip.tsx';
import classes from './IntegrationCard.module.css';

/** Cards side by side, as many as fit. */
export function CardGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.grid} aria-label={label}>
      {children}
    </ul>
  );
}

/** What a template and an instance have in common: the components, the name and what it does. */
export function IntegrationCard(props: {
  flow: Pick<FlowSummary, 'flow' | 'name' | 'description'>;
  /** At the top right. */
  corner?: ReactNode;
  foot: ReactNode;
}) {
  return (
    <li>
      <article className={classes.card}>
        <Group justify="space-between" wrap="nowrap" mih={28}>
          <ComponentStrip flow={props.flow.flow} size={28} max={5} />
          {props.corner}
        </Group>
        <Title order={3} className={classes.name}>
          {props.flow.name || text('untitled')}
        </Title>
        {props.flow.description && <div className={classes.description}>{props.flow.description}</div>}
        <div className={classes.foot}>{props.foot}</div>
      </article>
    </li>
  );
}
