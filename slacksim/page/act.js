// Telling an app what somebody did with one of its elements.

/** act tells the app what was done. An element inside an input block keeps quiet unless the block says dispatch_action. */
export async function act(item, block, surface, fields) {
  if (block.type === 'input' && !block.dispatch_action) return;
  try {
    await surface.api.post(
      'action',
      { ...surface.target, block_id: block.block_id, action_id: item.action_id, ...fields, state: surface.form.values },
    );
  } catch (error) {
    surface.report(error);
  }
}
