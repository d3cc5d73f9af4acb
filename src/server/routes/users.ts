import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import {
  createFirstAccount,
  currentUser,
  setupState,
  signIn,
  signOut,
  signUp,
} from '../../contract/users.ts';
import { findUserByName, hasUsers } from '../../store/users.ts';
import { identify } from '../auth/authenticate.ts';
import { createAccount } from '../auth/create-account.ts';
import { presentUser } from '../presenters/user.ts';
import { registerEndpoint, registerOpenEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

export function userRoutes(app: FastifyInstance, services: Services): void {
  const { database, tokens, passwords, signInGuard } = services;

  registerOpenEndpoint(app, setupState, async () => ({
    needed: !(await hasUsers(database.db)),
    signUp: services.signUp === 'open',
  }));

  registerOpenEndpoint(app, createFirstAccount, async ({ body }) => {
    // Looked at before the password is hashed, which costs; the insert decides.
    if (await hasUsers(database.db)) {
      throw new ApiError('FORBIDDEN', 'This installation has its first account already.');
    }
    const user = await createAccount(services, body, { onlyFirst: true });
    return { user: presentUser(user), token: await tokens.issue(user) };
  });

  registerOpenEndpoint(app, signIn, async ({ body, request }) => {
    const username = body.username ?? body.email ?? '';
    const user = await signInGuard.attempt({ username, ip: request.ip }, async () => {
      const found = await findUserByName(database.db, username);
      const right = await passwords.verify(body.password, found?.password_hash);
      return right && found?.is_active ? found : undefined;
    });
    if (!user) throw new ApiError('BAD_CREDENTIALS');
    return { user: presentUser(user), token: await tokens.issue(user) };
  });

  registerOpenEndpoint(app, signUp, async ({ body, request }) => {
    if (services.signUp === 'admin') {
      const session = await identify(tokens, request);
      if (!session?.user.scope.includes('admin')) {
        throw new ApiError('FORBIDDEN', 'Only an administrator may create accounts here.');
      }
    }
    return { token: await tokens.issue(await createAccount(services, body)) };
  });

  registerEndpoint(app, services, signOut, async ({ tokenId }) => {
    await tokens.revoke(tokenId);
    return {};
  });

  registerEndpoint(app, services, currentUser, ({ user }) => presentUser(user));
}
