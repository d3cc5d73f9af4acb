import type { StoredFile } from '../../contract/files.ts';
import { partSize } from '../../store/file-content.ts';
import type { FileRow } from '../../store/files.ts';

export function presentFile(row: FileRow): StoredFile {
  return {
    fileId: row.id,
    filename: row.filename,
    contentType: row.content_type,
    length: row.length,
    chunkSize: partSize,
    uploadDate: row.created_at.toISOString(),
    md5: row.md5,
    metadata: { userId: row.user_id },
  };
}
