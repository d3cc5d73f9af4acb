import { type RefObject, useState } from 'react';
import type { Reference } from '../../../flow/descriptor.ts';
import { useDropTarget } from './drag/drop-target.ts';
import type { VariableEditorHandle } from './editor/VariableEditor.tsx';

/** Where a variable that is held over an editor would land; without `caret` it would stand at the end. */
type Aim = { caret?: { x: number; top: number; bottom: number } | undefined };

/** Lets variables be dropped into an editor, at the place nearest the pointer. */
export function useEditorDrop(options: {
  box: RefObject<HTMLElement | null>;
  editor: RefObject<VariableEditorHandle | null>;
  /** For a drop before the editor has come. */
  append: (reference: Reference) => void;
}): Aim | undefined {
  const { box, editor, append } = options;
  const [aim, setAim] = useState<Aim>();
  useDropTarget(box, {
    over: (at) => setAim({ caret: editor.current?.caretAt(at) }),
    left: () => setAim(undefined),
    take: (reference, at) => {
      if (editor.current) editor.current.insertAt(reference, at);
      else append(reference);
    },
  });
  return aim;
}
