import { Alert, Text } from '@mantine/core';
import { SquareStack } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue } from 'react';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { inPortsOf, isTrigger } from '../../../flow/manifest.ts';
import { noteOf } from '../../../flow/notes.ts';
import type { Problem } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { inspectorText as text } from '../../text/english/inspector.ts';
import { say } from '../../text/say.ts';
import { selectionText } from '../canvas/notes/selection-text.ts';
import { useDocument } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { FlowInspector } from './FlowInspector.tsx';
import { ErrorHandlingSection } from './failure/ErrorHandlingSection.tsx';
import classes from './Inspector.module.css';
import { InspectorHeader } from './InspectorHeader.tsx';
import { InputsSection } from './InputsSection.tsx';
import { NoteInspector } from './NoteInspector.tsx';
import { PropertiesSection } from './PropertiesSection.tsx';

/** The panel in which the selected component is set up, or with none the flow as a whole. It never takes the focus by itself. */
export default function Inspector() {
  // After the canvas has followed the pointer: a drag begins by selecting, and must not wait for a form to be built.
  const selected = useDocument((state) => state.selection);
  const selectedNotes = useDocument((state) => state.noteSelection);
  const selection = useDeferredValue(selected);
  const noteSelection = useDeferredValue(selectedNotes);
  const behind = selection !== selected || noteSelection !== selectedNotes;
  const [id] = selection;
  const node = useDocument((state) => (id === undefined ? undefined : state.descriptor[id]));
  const [noteId] = noteSelection;
  const notes = useDocument((state) => state.notes);
  const note = noteId === undefined ? undefined : noteOf(notes, noteId);
  return (
    <div
      className={classes['inspector']}
      data-inspector
      data-loading={behind || undefined}
      onKeyDown={leaveOnEscape}
    >
      {selection.length + noteSelection.length > 1 ? (
        <Note
          icon={<SquareStack size={20} aria-hidden />}
          title={text('several.title', {
            what: selectionText(selection.length, noteSelection.length),
          })}
        >
          {text('several.text')}
        </Note>
      ) : noteId !== undefined && note ? (
        <NoteInspector key={noteId} noteId={noteId} note={note} />
      ) : id === undefined || !node ? (
        <FlowInspector />
      ) : (
        <ComponentInspector key={id} componentId={id} node={node} />
      )}
    </div>
  );
}

function ComponentInspector({ componentId, node }: { componentId: string; node: FlowNode }) {
  const manifest = catalogue.component(node.type)?.manifest;
  const allProblems = useDocument((state) => state.problems);
  const problems = allProblems.filter((problem) => problem.componentId === componentId);
  const ports = manifest ? inPortsOf(manifest) : [];
  return (
    <>
      <InspectorHeader componentId={componentId} node={node} manifest={manifest} />
      <div className={classes['body']}>
        <GeneralProblems problems={problems} />
        {manifest && (
          <PropertiesSection componentId={componentId} node={node} manifest={manifest} problems={problems} />
        )}
        {ports.map((port) => (
          <section key={port.name} className={classes['port']}>
            {ports.length > 1 && <h2 className={classes['portName']}>{port.name}</h2>}
            <InputsSection componentId={componentId} node={node} port={port} problems={problems} />
          </section>
        ))}
        {manifest && (!isTrigger(manifest) || node.errorHandling) && (
          <ErrorHandlingSection componentId={componentId} node={node} />
        )}
      </div>
    </>
  );
}

/** Problems that belong to no field. That nothing is connected is said where the fields would be. */
function GeneralProblems({ problems }: { problems: readonly Problem[] }) {
  const general = problems.filter(({ kind, place }) => place.field === undefined && kind !== 'not-connected');
  return general.map((problem) => (
    <Alert key={`${problem.kind} ${say(problem.message)}`} color="red" variant="light" p="xs">
      {say(problem.message)}
    </Alert>
  ));
}

function Note({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className={classes['note']}>
      {icon}
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </div>
  );
}

/** Keys of pickers and menus come here through their portals: only those from the panel itself count. */
function leaveOnEscape(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (!event.currentTarget.contains(event.target as Node)) return;
  event.preventDefault();
  focusFlow();
}
