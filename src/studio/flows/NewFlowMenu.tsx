import { Button, Menu, Text } from '@mantine/core';
import { Blocks, ChevronDown, Plus, Zap } from 'lucide-react';
import { useLocation } from 'wouter';
import type { FlowType } from '../../flow/descriptor.ts';
import { useCreateFlow } from '../api/flows.ts';
import { notifyFailure } from '../ui/notify.tsx';

const kinds = [
  {
    type: 'automation',
    name: 'New automation',
    label: 'Automation',
    text: 'Runs for your own account.',
    icon: Zap,
  },
  {
    type: 'integration-draft',
    name: 'New integration',
    label: 'Integration',
    text: 'Published for your users to activate.',
    icon: Blocks,
  },
] as const satisfies { type: FlowType; name: string; label: string; text: string; icon: typeof Zap }[];

/** Creates a flow and opens it in the Designer. */
export function useNewFlow() {
  const create = useCreateFlow();
  const [, navigate] = useLocation();
  const open = (type: FlowType) =>
    create.mutate(
      { type, name: kinds.find((kind) => kind.type === type)?.name ?? 'New flow' },
      {
        onSuccess: (flowId) => navigate(`/flows/${flowId}`),
        onError: (error) => notifyFailure('The flow was not created', error),
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
          New
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item
            key={kind.type}
            leftSection={<kind.icon size={18} aria-hidden />}
            onClick={() => newFlow.open(kind.type)}
          >
            <Text size="md" fw={500} span display="block">
              {kind.label}
            </Text>
            <Text size="sm" c="dimmed" span display="block">
              {kind.text}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
