import { Button, Menu, Text } from '@mantine/core';
import { Blocks, ChevronDown, type LucideIcon, Plus, Zap } from 'lucide-react';
import { useLocation } from 'wouter';
import type { FlowType } from '../../flow/descriptor.ts';
import { useCreateFlow } from '../api/flows.ts';
import { flowsText as text } from '../text/english/flows.ts';
import { notifyFailure } from '../ui/notify.tsx';

const kinds = {
  automation: { type: 'automation', icon: Zap },
  integration: { type: 'integration-draft', icon: Blocks },
} as const satisfies Record<string, { type: FlowType; icon: LucideIcon }>;
type Kind = keyof typeof kinds;

/** Creates a flow and opens it in the Designer. */
export function useNewFlow() {
  const create = useCreateFlow();
  const [, navigate] = useLocation();
  const open = (kind: Kind) =>
    create.mutate(
      { type: kinds[kind].type, name: text(`new.${kind}.name`) },
      {
        onSuccess: (flowId) => navigate(`/flows/${flowId}`),
        onError: (error) => notifyFailure(text('new.failed'), error),
      },
    );
  return { open, pending: create.isPending };
}

/** "New" with the two kinds of flow an author makes. */
export function NewFlowMenu() {
  const newFlow = useNewFlow();
  return (
    <Menu width={280}>
      <Menu.Target>
        <Button
          loading={newFlow.pending}
          leftSection={<Plus size={16} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
        >
          {text('new.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(kinds) as Kind[]).map((kind) => {
          const { icon: Icon } = kinds[kind];
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={18} aria-hidden />}
              onClick={() => newFlow.open(kind)}
            >
              <Text size="md" fw={500} span display="block">
                {text(`new.${kind}.label`)}
              </Text>
              <Text size="sm" c="dimmed" span display="block">
                {text(`new.${kind}.text`)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
