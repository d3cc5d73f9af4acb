import type { Readable } from 'node:stream';

/** What is known of a stored file. */
export type FileInfo = {
  fileId: string;
  filename: string;
  contentType: string;
  /** Bytes. */
  length: number;
  md5: string;
  uploadDate: Date;
};

/** What a file may be made of. */
export type FileSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * The file store (INTERFACE §4 names). A flow reads the files of its owner, and those that the template it was made of
 * names; it writes the owner's. Unknown ids reject with CancelError.
 */
export type FileEffects = {
  getFileInfo(fileId: string): Promise<FileInfo>;
  /** The content as it is read from the store; a file of any size takes little memory. */
  getFileReadStream(fileId: string): Promise<Readable>;
  /** The whole content. */
  loadFile(fileId: string): Promise<Buffer>;
  /** Stores what a stream gives. Rejects with CancelError above the limit of this installation. */
  saveFileStream(filename: string, source: FileSource, options?: { contentType?: string }): Promise<FileInfo>;
  saveFile(filename: string, contentType: string, content: Uint8Array | string): Promise<FileInfo>;
  /** Deletes a file of the flow's owner. */
  removeFile(fileId: string): Promise<void>;
};
