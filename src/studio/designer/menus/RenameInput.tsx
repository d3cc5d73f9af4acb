import { TextInput } from '@mantine/core';
import { type CSSProperties, useState } from 'react';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { useDocument } from '../document/document-context.ts';
import { useLabel } from '../label/use-label.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { usePopups } from './popups.ts';

/** Edits a component's label where it stands; Enter is done with it, Escape gives the old one back. */
export function RenameInput(props: {
  componentId: string;
  className?: string;
  style?: CSSProperties;
  width?: number;
}) {
  const { componentId } = props;
  const popups = usePopups();
  const node = useDocument(({ descriptor }) => descriptor[componentId]);
  const { label, change } = useLabel(componentId);
  const [before] = useState(label);
  const [name] = useState(() =>
    node ? componentLabel({ [componentId]: node }, catalogue, componentId) : '',
  );
  if (!node) return null;

  const { label: _, ...unnamed } = node;
  const close = () => {
    if (popups.getState().popup?.kind === 'rename') popups.getState().close();
  };
  return (
    <TextInput
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.style ? { style: props.style } : {})}
      {...(props.width === undefined ? {} : { w: props.width })}
      size="xs"
      autoFocus
      data-document-field
      aria-label={text('rename', { component: name })}
      placeholder={componentLabel({ [componentId]: unnamed }, catalogue, componentId)}
      maxLength={200}
      value={label}
      onChange={(event) => change(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={close}
      onKeyDown={(event) => {
        // Enter and Escape within a composition are the input method's own.
        if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') change(before);
        close();
        focusFlow();
      }}
    />
  );
}
