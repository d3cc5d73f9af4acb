import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CancelError } from '../connectors/component.ts';
import type { FileEffects, FileInfo, FileSource } from '../connectors/files.ts';
import { FileTooLarge, readContent, saveFile as storeFile } from '../store/file-content.ts';
import { deleteFile, type FileRow, findFileForFlow } from '../store/files.ts';
import type { EngineSettings } from './settings.ts';

/** The file store as the components of a flow may use it. */
export function fileEffects(
  settings: Pick<EngineSettings, 'database' | 'fileLimit' | 'newId' | 'clock'>,
  flow: { userId: string; flowId: string },
  signal: AbortSignal,
): FileEffects {
  const { database } = settings;

  const fileOf = async (fileId: string): Promise<FileRow> => {
    signal.throwIfAborted();
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(fileId);
    const file = isId ? await findFileForFlow(database.db, flow, fileId) : undefined;
    if (!file) throw new CancelError(`There is no file ${fileId}.`);
    return file;
  };
  const getFileReadStream = async (fileId: string) =>
    Readable.from(readContent(database, await fileOf(fileId)), { signal });
  const saveFileStream: FileEffects['saveFileStream'] = async (filename, source, options = {}) => {
    signal.throwIfAborted();
    try {
      const file = await storeFile(
        database,
        {
          id: settings.newId(),
          userId: flow.userId,
          filename: filename === '' ? 'file' : filename,
          contentType: options.contentType ?? 'application/octet-stream',
          createdAt: settings.clock(),
          limit: settings.fileLimit,
        },
        bytesOf(source, signal),
      );
      return infoOf(file);
    } catch (error) {
      if (error instanceof FileTooLarge) throw new CancelError(error.message, { cause: error });
      throw error;
    }
  };
  return {
    getFileInfo: async (fileId) => infoOf(await fileOf(fileId)),
    getFileReadStream,
    loadFile: async (fileId) => buffer(await getFileReadStream(fileId)),
    saveFileStream,
    saveFile: (filename, contentType, content) => saveFileStream(filename, [content], { contentType }),
    async removeFile(fileId) {
      const file = await fileOf(fileId);
      if (!(await deleteFile(database.db, flow.userId, file.id))) {
        throw new CancelError(`The file ${file.filename} belongs to the template's author.`);
      }
    },
  };
}

function infoOf(row: FileRow): FileInfo {
  return {
    fileId: row.id,
    filename: row.filename,
    contentType: row.content_type,
    length: row.length,
    md5: row.md5 ?? '',
    uploadDate: row.created_at,
  };
}

async function* bytesOf(source: FileSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    signal.throwIfAborted();
    yield typeof piece === 'string' ? Buffer.from(piece) : piece;
  }
}
