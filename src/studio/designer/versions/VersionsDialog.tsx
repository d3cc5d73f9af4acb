import { Loader, Modal } from '@mantine/core';
import { Suspense } from 'react';
import { uiText as text } from '../../text/english/ui.ts';
import { useDocument } from '../document/document-context.ts';
import { keepsVersions } from './keeps-versions.ts';
import { useShownVersion } from './use-shown-version.ts';
import classes from './Versions.module.css';
import { lazyPart } from '../../ui/lazy-part.ts';

const VersionsView = lazyPart(() => import('./VersionsView.tsx'));

/** Lies over the whole Designer, which stays as it is beneath: its keys and gestures do not reach a version. */
export function VersionsDialog() {
  const type = useDocument((state) => state.type);
  const { shown, show, close } = useShownVersion();
  return (
    <Modal.Root
      opened={shown !== undefined && keepsVersions(type)}
      onClose={close}
      fullScreen
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content radius={0}>
        <Suspense
          fallback={
            <div className={classes.loading} role="status" aria-label={text('loading')}>
              <Loader size="sm" />
            </div>
          }
        >
          {shown !== undefined && <VersionsView shown={shown} onShow={show} onClose={close} />}
        </Suspense>
      </Modal.Content>
    </Modal.Root>
  );
}
