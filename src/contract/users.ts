import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const tag = 'Users';

export const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  isActive: z.boolean(),
  scope: z.array(z.string()),
  metadata: z.record(z.string(), z.unknown()),
  plan: z.string().nullable(),
});
export type User = z.infer<typeof userSchema>;

const username = z.string().trim().min(1).max(200);
export const passwordSchema = z.string().min(5, 'A password has at least 5 characters.').max(1000);

/** Either of the two names the account. */
const credentials = z
  .object({ username: username.optional(), email: username.optional(), password: z.string().max(1000) })
  .refine((body) => body.username ?? body.email, 'username or email is required');

const newAccount = z.object({
  username: username.optional(),
  email: z.string().trim().max(320).optional(),
  password: passwordSchema,
  metadata: z.record(z.string(), z.unknown()).optional(),
});

const session = z.object({ user: userSchema, token: z.string() });

export const setupState = endpoint({
  method: 'GET',
  path: '/setup',
  tag,
  auth: 'none',
  summary: 'Does this installation still need its first account?',
  reply: z.object({ needed: z.boolean(), signUp: z.boolean() }),
});

export const createFirstAccount = endpoint({
  method: 'POST',
  path: '/setup',
  tag,
  auth: 'none',
  summary: 'Creates the first account, an admin. Refused (403) once there is one.',
  body: newAccount,
  reply: session,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/user/auth',
  tag,
  auth: 'none',
  summary: 'Signs in. An unknown user or a wrong password answers 403.',
  body: credentials,
  reply: session,
});

export const signUp = endpoint({
  method: 'POST',
  path: '/user',
  tag,
  auth: 'none',
  summary: 'Creates an account.',
  body: newAccount,
  reply: z.object({ token: z.string() }),
});

export const signOut = endpoint({
  method: 'POST',
  path: '/user/sign-out',
  tag,
  summary: 'Revokes the access token of this call.',
  reply: z.object({}),
});

export const currentUser = endpoint({
  method: 'GET',
  path: '/user',
  tag,
  summary: 'The account of the access token.',
  reply: userSchema,
});
