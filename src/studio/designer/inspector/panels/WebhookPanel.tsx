import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { useDocument } from '../../document/document-context.ts';

/** Warns that the URL above is not the one of a template's instances. */
export function WebhookPanel() {
  const isAutomation = useDocument((state) => state.type === 'automation');
  return (
    <Alert
      variant="light"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color={isAutomation ? 'gray' : 'yellow'}
      icon={<TriangleAlert size={16} color="var(--studio-warn)" aria-hidden />}
      title={text(isAutomation ? 'webhook.automation.title' : 'webhook.integration.title')}
    >
      {text(isAutomation ? 'webhook.automation.text' : 'webhook.integration.text')}
    </Alert>
  );
}
