import { ActionIcon, Popover, Portal, Tooltip } from '@mantine/core';
import { Braces } from 'lucide-react';
import { Suspense, useMemo, useRef, useState } from 'react';
import type { Reference } from '../../../flow/descriptor.ts';
import type { Expectation } from '../../../flow/fit.ts';
import { variablesText as text } from '../../text/english/variables.ts';
import type { VariableEditorHandle } from './editor/VariableEditor.tsx';
import { usePickerPlacement } from './picker/use-picker-placement.ts';
import { VariablePicker } from './picker/VariablePicker.tsx';
import pickerClasses from './picker/VariablePicker.module.css';
import { misfitsIn } from './misfits.ts';
import type { OpenedPill } from './opened-pill.ts';
import { referenceOf } from './placeholders.ts';
import { InputNotes } from './preview/InputNotes.tsx';
import { soleReference } from './sole-reference.ts';
import { useEditorDrop } from './use-editor-drop.ts';
import classes from './VariableInput.module.css';
import type { VariableSource } from './variable-source.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

/** With CodeMirror, which nobody needs who only looks at a flow. */
const VariableEditor = lazyPart(() => import('./editor/VariableEditor.tsx'));
/** What tries modifiers comes when the first pill is opened. */
const PillPopover = lazyPart(() => import('./PillPopover.tsx'));

export type VariableInputProps = {
  labelId: string;
  /** The field's name for the picker's dialog. */
  label: string;
  describedBy?: string | undefined;
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  multiline?: boolean;
  /** The text is a JSON template. */
  json?: boolean;
  /** What the input can work with; everything, if undefined. */
  expects?: Expectation | undefined;
  placeholder?: string;
  invalid?: boolean;
  required?: boolean;
  /** `added` are references that the text now holds and the field did not know, or knew otherwise. */
  onChange: (text: string, added: Record<string, Reference>) => void;
};

/** A text field in which variables stand as pills. `{{`, Ctrl/Cmd+Space or its button open the picker. */
export function VariableInput(props: VariableInputProps) {
  const { labelId, describedBy, value, references, source, multiline = false, json = false } = props;
  const { invalid = false, required = false, expects } = props;
  const editor = useRef<VariableEditorHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
  const [opened, setOpened] = useState<OpenedPill>();

  const attributes = useMemo(
    () => ({
      'aria-labelledby': labelId,
      'aria-multiline': String(multiline),
      'aria-invalid': String(invalid),
      'aria-required': String(required),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(json ? { spellcheck: 'false' } : {}),
    }),
    [labelId, describedBy, multiline, invalid, required, json],
  );

  const closePicker = () => {
    setPicking(false);
    editor.current?.focus();
  };
  const insert = (reference: Reference) => {
    setPicking(false);
    editor.current?.insert(reference);
  };
  const misfits = useMemo(
    () => misfitsIn({ value, references, source, json, expects }),
    [value, references, source, json, expects],
  );
  const aim = useEditorDrop({
    box,
    editor,
    append: (reference) => {
      const [placeholder, added] = soleReference(reference);
      props.onChange(value + placeholder, added);
    },
  });
  const placement = usePickerPlacement();
  const openedReference = opened && referenceOf(opened.id, references);

  return (
    <div className={classes['root']}>
      <Popover
        opened={picking}
        // The picker has a use of its own for Escape.
        closeOnEscape={false}
        onDismiss={() => setPicking(false)}
        {...placement}
        shadow="md"
        withinPortal
        withRoles={false}
      >
        <Popover.Target>
          <div
            ref={box}
            className={classes['box']}
            data-aimed={aim !== undefined || undefined}
            data-invalid={invalid || undefined}
            data-multiline={multiline || undefined}
            data-json={json || undefined}
          >
            <div className={classes['editor']}>
              <Suspense
                fallback={
                  <div className={classes['waiting']} data-waiting>
                    {value.slice(0, 200)}
                  </div>
                }
              >
                <VariableEditor
                  ref={editor}
                  value={value}
                  references={references}
                  source={source}
                  misfits={misfits}
                  multiline={multiline}
                  json={json}
                  placeholder={props.placeholder ?? ''}
                  attributes={attributes}
                  onChange={props.onChange}
                  onPick={() => setPicking(true)}
                  onOpenPill={(id, pill) => setOpened({ id, rect: pill.getBoundingClientRect() })}
                />
              </Suspense>
            </div>
            <Tooltip label={text('insertByTyping')}>
              <ActionIcon
                className={classes['pick']}
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={text('insertInto', { field: props.label })}
                aria-haspopup="dialog"
                aria-expanded={picking}
                onClick={() => setPicking((open) => !open)}
              >
                <Braces size={14} />
              </ActionIcon>
            </Tooltip>
          </div>
        </Popover.Target>
        <Popover.Dropdown
          p={0}
          role="dialog"
          aria-label={text('variablesFor', { field: props.label })}
          className={pickerClasses['dialog'] ?? ''}
        >
          <VariablePicker
            source={source}
            expects={expects}
            onPick={insert}
            onClose={closePicker}
            onDropped={() => {
              editor.current?.takeBackAsk();
              setPicking(false);
            }}
          />
        </Popover.Dropdown>
        {opened && openedReference && (
          <Suspense>
            <PillPopover
              opened={opened}
              reference={openedReference}
              source={source}
              onChange={(reference) => props.onChange(value, { [opened.id]: reference })}
              onRemove={() => {
                setOpened(undefined);
                editor.current?.remove(opened.id);
              }}
              onClose={() => {
                setOpened(undefined);
                editor.current?.focus();
              }}
            />
          </Suspense>
        )}
      </Popover>
      {aim?.caret && (
        <Portal>
          <span
            aria-hidden
            className={classes['caret']}
            style={{ left: aim.caret.x, top: aim.caret.top, height: aim.caret.bottom - aim.caret.top }}
          />
        </Portal>
      )}
      <InputNotes
        label={props.label}
        value={value}
        references={references}
        source={source}
        json={json}
        misfits={misfits}
        onChange={props.onChange}
      />
    </div>
  );
}
