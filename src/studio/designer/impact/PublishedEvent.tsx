import { Alert } from '@mantine/core';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { own } from '../../../flow/record.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { useFlowImpact } from './use-flow-impact.ts';

/** Below a trigger whose event was renamed since it was published: who still waits for the old one. */
export function PublishedEvent({ componentId, node }: { componentId: string; node: FlowNode }) {
  const impact = useFlowImpact();
  const changed = impact?.template.triggers.find(
    ({ componentId: id, name, published }) =>
      id === componentId && isName(published) && published !== own(node.config?.properties, name),
  );
  if (!impact || !changed) return null;
  const published = String(changed.published);
  const draft = own(node.config?.properties, changed.name);
  const { active } = impact.instances;
  return (
    <Alert
      color="blue"
      variant="light"
      p="xs"
      role="status"
      title={text('published.title')}
      data-published-event
    >
      {text('published.kept', { template: impact.template.name, published })}
      {active > 0 && ` ${text('published.active', { count: active })}`}
      {isName(draft) && ` ${text('published.thereafter', { draft, published })}`}
    </Alert>
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
