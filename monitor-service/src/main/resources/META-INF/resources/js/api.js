async function answer(response) {
  if (response.ok) {
    return response.json();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || `The monitor answered ${response.status}`);
}

export async function deployments(query = {}) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return answer(await fetch(`/deployments?${asked}`));
}

/** Null for one that is not known. */
export async function deployment(id) {
  const response = await fetch(`/deployments/${encodeURIComponent(id)}`);
  return response.status === 404 ? null : answer(response);
}

export async function command(id, body) {
  return answer(await fetch(`/deployments/${encodeURIComponent(id)}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

/** Calls changed(id) for each deployment that changes, connected(true|false) as the line goes. */
export function follow(changed, connected) {
  const stream = new EventSource('/stream');
  stream.onopen = () => connected(true);
  stream.onerror = () => connected(false);
  stream.onmessage = (message) => {
    const change = JSON.parse(message.data);
    if (change.deploymentId) {
      changed(change.deploymentId);
    }
  };
}
