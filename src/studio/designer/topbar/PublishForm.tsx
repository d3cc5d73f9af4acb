import { Anchor, Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { describeSharing } from '../../flows/flow-kinds.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { useDocument } from '../document/document-context.ts';
import { type Audience, audienceError, audienceOf, sharingOf } from './sharing.ts';
import { type PublishedTemplate, usePublish } from './use-publish.ts';

/** How the template is called and who may activate it. `template` is what is published already. */
export function PublishForm({
  template,
  onClose,
}: {
  template: PublishedTemplate | null;
  onClose: () => void;
}) {
  const flowId = useDocument((state) => state.flowId);
  const flowName = useDocument((state) => state.name);
  const publish = usePublish(flowId);
  const shared = template?.sharedWith ?? [];
  const [name, setName] = useState(template?.name ?? flowName);
  const [description, setDescription] = useState(template?.description ?? '');
  // Sharing the form cannot express is left alone until one chooses otherwise.
  const [audience, setAudience] = useState<Audience | undefined>(
    shared.length === 0 ? { kind: 'everyone' } : audienceOf(shared),
  );
  const [submitted, setSubmitted] = useState(false);
  const nameError = name.trim() === '' ? 'A template has a name.' : undefined;
  const sharingError = audience && audienceError(audience);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (nameError || sharingError) return;
    const sharing = audience ? { sharedWith: sharingOf(audience) } : {};
    publish.mutate(
      { name: name.trim(), description: description.trim(), ...sharing },
      {
        onSuccess: () => {
          onClose();
          notifyPublished(name.trim(), template !== null);
        },
        onError: (error) => notifyFailure('The flow was not published', error),
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          description="What people see on their Integrations page."
          value={name}
          maxLength={500}
          // The form comes after the dialog, whose own first focus has passed by then.
          autoFocus
          error={submitted && nameError}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label="Description"
          description="What it does for them, in a sentence or two."
          value={description}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <AudienceField
          audience={audience}
          onChange={setAudience}
          error={submitted ? sharingError : undefined}
        />
        {audience === undefined && (
          <Text size="sm" c="dimmed">
            {describeSharing(shared)}. That stays so unless you choose one of these.
          </Text>
        )}
        {template && (
          <Text size="sm" c="dimmed">
            Integrations that are active already keep the version they were activated with.
          </Text>
        )}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={publish.isPending}>
          {template ? 'Update template' : 'Publish'}
        </Button>
      </Group>
    </form>
  );
}

function AudienceField(props: {
  audience: Audience | undefined;
  onChange: (audience: Audience) => void;
  error: string | undefined;
}) {
  const { audience, onChange, error } = props;
  const choose = (kind: string) => {
    if (kind === 'everyone') onChange({ kind });
    if (kind === 'domain') onChange({ kind, domain: '' });
    if (kind === 'person') onChange({ kind, email: '' });
  };
  return (
    <Radio.Group label="Who may use it" value={audience?.kind ?? null} onChange={choose}>
      <Stack gap="xs" mt="xs">
        <Radio value="everyone" label="Everyone with an account here" />
        <Radio value="domain" label="Everyone of a domain" />
        {audience?.kind === 'domain' && (
          <TextInput
            ml={28}
            aria-label="Domain"
            placeholder="acme.com"
            value={audience.domain}
            error={error}
            onChange={(event) => onChange({ kind: 'domain', domain: event.currentTarget.value })}
          />
        )}
        <Radio value="person" label="One person" />
        {audience?.kind === 'person' && (
          <TextInput
            ml={28}
            type="email"
            aria-label="E-mail address"
            placeholder="ada@acme.com"
            value={audience.email}
            error={error}
            onChange={(event) => onChange({ kind: 'person', email: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}

function notifyPublished(name: string, again: boolean): void {
  const id = 'published';
  notifications.show({
    id,
    title: again ? 'Template updated' : 'Template published',
    message: (
      <>
        “{name}” is on the{' '}
        <Anchor component={Link} href="/integrations" inherit onClick={() => notifications.hide(id)}>
          Integrations page
        </Anchor>{' '}
        of those who may use it.
      </>
    ),
    color: 'green',
    withBorder: true,
    autoClose: 8000,
  });
}
