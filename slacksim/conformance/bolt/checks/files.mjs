import assert from 'node:assert/strict';

export const checks = [
  {
    name: 'filesUploadV2 shares a file in a channel',
    async run({ client, mei }) {
      const { channel } = await client.chat.postMessage({ channel: 'helpdesk', text: 'a file follows' });
      const { files } = await client.filesUploadV2({
        channel_id: channel, filename: 'report.csv', title: 'Report', initial_comment: 'as asked', file: Buffer.from('a,b\n1,2\n'),
      });
      const id = files[0].files?.[0].id ?? files[0].id;
      const shared = await mei.sees('message', 'the shared file', (m) => m.files?.some((f) => f.id === id));
      assert.equal(shared.text, 'as asked');
      const { file } = await client.files.info({ file: id });
      assert.equal(file.name, 'report.csv');
      assert.equal(file.size, 8);
    },
  },
  {
    name: 'the three steps of an upload, into a thread',
    async run({ client, mei }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'a file in the thread' });
      const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
      const put = await fetch(upload_url, { method: 'POST', body: 'abc' });
      assert.equal(put.status, 200);
      await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }], channel_id: channel, thread_ts: ts });
      const shared = await mei.sees('message', 'the shared file', (m) => m.files?.some((f) => f.id === file_id));
      assert.equal(shared.thread_ts, ts);
    },
  },
  {
    name: 'an upload that nobody began is refused',
    async run({ client }) {
      await assert.rejects(client.files.completeUploadExternal({ files: [{ id: 'F0' }] }), ({ data }) => data.error === 'file_not_found');
      await assert.rejects(client.files.getUploadURLExternal({ filename: 'a.txt', length: 0 }), ({ data }) => Boolean(data.error));
    },
  },
];
