import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { type ComponentManifest, labelOf, moduleNameOf } from '../../../flow/manifest.ts';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { catalogue } from '../../catalogue.ts';
import { inspectorText as text } from '../../text/english/inspector.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { useDocumentStore } from '../document/document-context.ts';
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
  const store = useDocumentStore();
  // A label is trimmed when it is stored, which would take away the blank one has just typed.
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    if (draft !== undefined) store.getState().apply(setLabel({ componentId, label: draft }));
    setDraft(undefined);
  };
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
          value={draft ?? node.label ?? ''}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
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
