import { Group, Text } from '@mantine/core';
import type { Descriptor } from '../../flow/descriptor.ts';
import { labelOf } from '../../flow/manifest.ts';
import { catalogue } from '../catalogue.ts';
import { uiText as text } from '../text/english/ui.ts';
import { ComponentIcon } from './ComponentIcon.tsx';
import { componentTypes } from './component-types.ts';

/** The icons of a flow's components from left to right, each type once, the rest as a number. */
export function ComponentStrip(props: { flow: Descriptor; size?: number; max?: number }) {
  const types = componentTypes(props.flow);
  const max = props.max ?? 4;
  const shown = types.length > max ? types.slice(0, max - 1) : types;
  const names = types.map((type) => {
    const manifest = catalogue.component(type)?.manifest;
    return manifest ? labelOf(manifest) : type;
  });
  return (
    <Group gap={4} wrap="nowrap" role="img" aria-label={names.join(', ') || text('noComponents')}>
      {shown.map((type) => (
        <ComponentIcon key={type} type={type} size={props.size ?? 24} />
      ))}
      {types.length > shown.length && (
        <Text size="xs" c="dimmed" pl={2}>
          +{types.length - shown.length}
        </Text>
      )}
    </Group>
  );
}
