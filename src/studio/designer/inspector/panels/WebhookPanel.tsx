import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
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
      title={isAutomation ? 'Good for automations' : 'Each activated integration gets its own URL'}
    >
      {isAutomation
        ? 'This URL belongs to this flow alone. In an integration template each activated instance gets a URL of its own: start those with On App Event instead.'
        : 'The URL above is this draft’s own. Every user who activates the template gets another one, which your application does not know. Start templates with On App Event instead.'}
    </Alert>
  );
}
