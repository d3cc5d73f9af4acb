import { labelOf } from '../../../flow/manifest.ts';
import { replaceComponent } from '../../../flow/operations/replace-component.ts';
import { catalogue } from '../../catalogue.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { useDocumentStore } from '../document/document-context.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { Chooser } from './Chooser.tsx';
import { moduleLabel, offeredComponents } from './command-entries.ts';

/** What a component may become: any other the palette offers. */
export default function ReplacePicker({ componentId }: { componentId: string }) {
  const store = useDocumentStore();
  const now = store.getState().descriptor[componentId]?.type;
  const items = offeredComponents(catalogue)
    .filter(({ manifest }) => manifest.name !== now)
    .map((component) => ({
      id: component.manifest.name,
      title: labelOf(component.manifest),
      detail: moduleLabel(component, catalogue),
      component,
    }));
  return (
    <Chooser
      items={items}
      label={text('chooser.replace')}
      icon={iconOf}
      onChoose={({ component }) =>
        applyConfirmed(store, replaceComponent({ id: componentId, component, catalogue }))
      }
    />
  );
}

function iconOf({ id }: { id: string }) {
  return <ComponentIcon type={id} size={24} />;
}
