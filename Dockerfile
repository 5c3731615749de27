# syntax=docker/dockerfile:1
# Two stages: wheels are installed by hash into a venv, and only the venv goes into the image that runs.
FROM python:3.12-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /src
RUN python -m venv /opt/venv
COPY requirements.lock ./
RUN /opt/venv/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY service ./service
COPY workers ./workers
RUN /opt/venv/bin/pip install --no-deps --no-build-isolation .

FROM python:3.12-slim-bookworm
LABEL org.opencontainers.image.title="escalation-watch" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 watch && useradd --system --uid 10001 --gid watch --home-dir /var/lib/escalation-watch --create-home watch
COPY --from=build /opt/venv /opt/venv
COPY config /etc/escalation-watch
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ESCALATION_WATCH_CONFIG=/etc/escalation-watch \
    ESCALATION_WATCH_DATA=/var/lib/escalation-watch
USER watch
WORKDIR /var/lib/escalation-watch
ENTRYPOINT ["escalation-watch"]
CMD ["status"]
