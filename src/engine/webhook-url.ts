/** Where a webhook trigger of a flow is called. */
export function webhookUrl(publicUrl: string, flowId: string, componentId: string): string {
  return `${publicUrl}/flows/${encodeURIComponent(flowId)}/components/${encodeURIComponent(componentId)}`;
}
