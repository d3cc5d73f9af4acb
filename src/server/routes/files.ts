import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { ApiError } from '../../contract/errors.ts';
import {
  countFiles,
  deleteFile,
  downloadFile,
  listFiles,
  readFile,
  uploadFile,
} from '../../contract/files.ts';
import { readContent } from '../../store/file-content.ts';
import {
  countFiles as countStored,
  deleteFile as deleteStored,
  type FileRow,
  fileSortColumns,
  findFile,
  isFileMember,
  listFiles as listStored,
} from '../../store/files.ts';
import { dispositionOf } from '../files/file-name.ts';
import { receiveFile } from '../files/receive-file.ts';
import { readFilters, readSort } from '../list-query.ts';
import { presentFile } from '../presenters/file.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';
import { isUuid } from '../uuid.ts';

export function fileRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;
  const { db } = database;

  const ownFile = async (userId: string, fileId: string): Promise<FileRow> => {
    const file = isUuid(fileId) ? await findFile(db, userId, fileId) : undefined;
    if (!file) throw noSuchFile();
    return file;
  };

  registerEndpoint(app, services, uploadFile, async ({ user, request, reply }) => {
    try {
      return presentFile(await receiveFile(services, user.id, request));
    } catch (error) {
      // Who still sends does not listen yet: the rest is read, and the connection ends with the answer.
      request.raw.unpipe();
      request.raw.resume();
      void reply.header('connection', 'close');
      throw error;
    }
  });

  registerEndpoint(app, services, listFiles, async ({ user, query }) => {
    const { filter = [], sort, offset, limit } = query;
    const rows = await listStored(db, {
      userId: user.id,
      conditions: conditionsOf(filter),
      sort: readSort(sort, { what: 'files', columns: fileSortColumns }),
      offset,
      limit,
    });
    return rows.map(presentFile);
  });

  registerEndpoint(app, services, countFiles, async ({ user, query: { filter = [] } }) => ({
    count: await countStored(db, { userId: user.id, conditions: conditionsOf(filter) }),
  }));

  registerEndpoint(app, services, readFile, async ({ user, params }) =>
    presentFile(await ownFile(user.id, params.fileId)),
  );

  registerEndpoint(app, services, downloadFile, async ({ user, params, reply }) => {
    const file = await ownFile(user.id, params.fileId);
    return reply
      .header('content-type', file.content_type)
      .header('content-length', file.length)
      .header('content-disposition', dispositionOf(file.filename))
      .send(Readable.from(readContent(database, file)));
  });

  registerEndpoint(app, services, deleteFile, async ({ user, params: { fileId } }) => {
    if (!isUuid(fileId) || !(await deleteStored(db, user.id, fileId))) throw noSuchFile();
    return { fileId };
  });
}

function conditionsOf(filters: string[]) {
  return readFilters(filters, { what: 'files', isMember: isFileMember, hasMembers: () => false });
}

function noSuchFile(): ApiError {
  return new ApiError('NOT_FOUND', 'There is no such file.');
}
