import { Text, TextInput } from '@mantine/core';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { type ComponentManifest, labelOf, moduleNameOf } from '../../../flow/manifest.ts';
import { catalogue } from '../../catalogue.ts';
import { inspectorText as text } from '../../text/english/inspector.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { useLabel } from '../label/use-label.ts';
import classes from './Inspector.module.css';

/** Which component this is; its label is edited in place. */
export function InspectorHeader(props: {
  componentId: string;
  node: FlowNode;
  manifest: ComponentManifest | undefined;
}) {
  const { componentId, node, manifest } = props;
  const typeName = labelOf(manifest ?? { name: node.type, description: '', icon: '' });
  const moduleLabel = catalogue.module(moduleNameOf(node.type))?.label;
  const { label, change } = useLabel(componentId);
  return (
    <header className={classes['header']}>
      <ComponentIcon type={node.type} size={36} />
      <div className={classes['title']}>
        <TextInput
          variant="unstyled"
          classNames={{ input: classes['label'] ?? '' }}
          aria-label={text('label')}
          placeholder={typeName}
          maxLength={200}
          value={label}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed" className={classes['type']} title={node.type}>
          {[moduleLabel, node.label ? typeName : undefined].filter(Boolean).join(' · ') || typeName}
        </Text>
      </div>
      {manifest?.description && (
        <Text size="sm" c="dimmed" className={classes['description']}>
          {manifest.description}
        </Text>
      )}
    </header>
  );
}
