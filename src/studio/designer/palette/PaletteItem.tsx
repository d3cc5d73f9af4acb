import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { isTrigger, labelOf } from '../../../flow/manifest.ts';
import { paletteText as text } from '../../text/english/palette.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import classes from './Palette.module.css';

/** A component one can take: drag it, click it, or press Enter on it. */
export function PaletteItem({
  component: { manifest },
  ...button
}: { component: ComponentDefinition } & Pick<
  ComponentProps<'button'>,
  'onClick' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>) {
  return (
    <Tooltip label={manifest.description} position="right" multiline maw={260} openDelay={500}>
      <UnstyledButton className={classes.item} data-component={manifest.name} {...button}>
        <ComponentIcon type={manifest.name} size={28} />
        <span className={classes.itemLabel}>{labelOf(manifest)}</span>
        {isTrigger(manifest) && <span className={classes.trigger}>{text('trigger')}</span>}
      </UnstyledButton>
    </Tooltip>
  );
}
